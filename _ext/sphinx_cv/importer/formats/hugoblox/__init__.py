"""HugoBlox (formerly Wowchemy, Academic): a site of Hugo."""
